# Finds libtorch 1.13 to 2.11: sets Torch_FOUND, TORCH_LIBRARIES and TORCH_INCLUDE_DIRS, as its own package does.
#
# A libtorch with CUDA is described here instead of by its own package. That package stops the configuration where the
# CUDA toolkit is missing, or where a newer one lacks a part that it names (nvToolsExt), though whoever compiles no
# kernels needs neither: the driver and the libraries that come with libtorch are enough.
find_path(KNOCKSCAPE_TORCH_CONFIG TorchConfig.cmake HINTS ${Torch_DIR} PATHS ${CMAKE_PREFIX_PATH}
          PATH_SUFFIXES share/cmake/Torch Torch NO_DEFAULT_PATH NO_CACHE)
set(knockscape_torch_root "")
if(KNOCKSCAPE_TORCH_CONFIG)
    get_filename_component(knockscape_torch_root "${KNOCKSCAPE_TORCH_CONFIG}/../../.." ABSOLUTE)
    file(STRINGS "${KNOCKSCAPE_TORCH_CONFIG}/TorchConfig.cmake" knockscape_torch_old_abi REGEX "CXX11_ABI=0")
    if(knockscape_torch_old_abi)
        message(FATAL_ERROR "The libtorch in ${knockscape_torch_root} was built with the C++ library's old ABI. "
                            "Take the one called \"cxx11 ABI\", or PyTorch 2.7 or later.")
    endif()
endif()

if(EXISTS "${knockscape_torch_root}/lib/libtorch_cuda.so")
    add_library(knockscape_libtorch INTERFACE)
    target_include_directories(knockscape_libtorch SYSTEM INTERFACE
        "${knockscape_torch_root}/include" "${knockscape_torch_root}/include/torch/csrc/api/include")
    # Nothing calls into libtorch_cuda by name: it registers itself when it is loaded, so it must not be dropped.
    target_link_libraries(knockscape_libtorch INTERFACE
        "${knockscape_torch_root}/lib/libtorch.so" "${knockscape_torch_root}/lib/libtorch_cpu.so"
        "${knockscape_torch_root}/lib/libc10.so"
        "-Wl,--push-state,--no-as-needed,${knockscape_torch_root}/lib/libtorch_cuda.so,--pop-state")
    set(Torch_FOUND TRUE)
    set(TORCH_LIBRARIES knockscape_libtorch)
    set(TORCH_INCLUDE_DIRS "${knockscape_torch_root}/include"
                           "${knockscape_torch_root}/include/torch/csrc/api/include")
    message(STATUS "libtorch with CUDA: ${knockscape_torch_root}")
else()
    find_package(Torch QUIET)
endif()
