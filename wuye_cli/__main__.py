"""`python -m wuye_cli` is `wuye`."""

from wuye_cli.cli.app import main

main()
