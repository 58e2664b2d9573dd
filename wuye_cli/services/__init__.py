"""One use case per public function, one transaction each."""
