"""The wheel of calque, by scikit-build: CMake builds the whole tree, the component `python` is what the wheel holds."""
from skbuild import setup

setup(
    packages=["calque"],
    cmake_source_dir="../..",
    cmake_args=["-DCMAKE_BUILD_TYPE=Release", "-DCALQUE_PYTHON=ON", "-DCALQUE_DEVELOPER=OFF"],
    cmake_install_target="install-python",
)
