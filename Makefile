# Everything a checkout needs; on Windows see README.md, 「没有 make 时」.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO ?= demo
PYTHONS := 3.11 3.12 3.13 3.14
PLATFORMS := win_amd64 manylinux_2_28_x86_64

.PHONY: help demo test lint slow docs bench offline clean

help:            ## 列出可用的目标
	@grep -hE '^[a-z]+: .*##|^[a-z]+: +##' $(MAKEFILE_LIST) | sed 's/:[^#]*##/ —/'

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pip install --quiet --editable ".[all,dev]"
	touch $(READY)

demo: $(READY)   ## 建立演示台账：导入样本、填报进展、导出逾期任务表和月通报
	$(BIN)/wuye demo $(DEMO)

test: $(READY)   ## 运行测试
	$(BIN)/python -m pytest -q -n 2

lint: $(READY)   ## 检查格式、写法和类型
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

slow: $(READY)   ## 运行慢测试：打印核对、安装包、强行终止
	$(BIN)/python -m pytest -q -m slow -n 2 --dist worksteal --durations 10

docs: $(READY)   ## 由程序自身重新生成 docs/ 中的参考资料
	$(BIN)/python docs/build.py

bench: $(READY)  ## 并排测量启动时间
	$(BIN)/python bench/startup.py

offline: $(READY) ## 收集离线安装所需的全部安装包（Windows 与 Linux）到 wheels/
	rm -rf wheels && mkdir wheels
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir wheels .
	for platform in $(PLATFORMS); do for python in $(PYTHONS); do \
	  $(BIN)/python -m pip download --quiet --only-binary=:all: --platform $$platform --python-version $$python \
	    --dest wheels "$$(ls wheels/wuye_cli-*.whl)[all]" || exit 1; \
	done; done
	@echo "已收集 $$(ls wheels | wc -l) 个安装包。拷贝 wheels 文件夹到办公电脑后运行："
	@echo "  python -m pip install --no-index --find-links wheels \"wuye-cli[all]\""

clean:           ## 删除虚拟环境和生成的文件
	rm -rf $(VENV) $(DEMO) wheels dist build
