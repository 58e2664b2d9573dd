"""`python -m wuye_cli` is `wuye`."""

from wuye_cli.cli.main import main

main()
