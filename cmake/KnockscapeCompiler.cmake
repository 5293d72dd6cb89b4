# Compiler, linker and cache settings shared by every target of ours (knockscape_target below).
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)
# Private libraries and the torch module are installed beside each other, away from the system's.
set(KNOCKSCAPE_PRIVATE_LIBDIR "${CMAKE_INSTALL_LIBDIR}/knockscape")

option(KNOCKSCAPE_WERROR "Treat warnings in our own code as errors" ON)
# Reading headers is most of the work of a build, so several files of a target are read as one. A name in an anonymous
# namespace is therefore unique within its target.
option(KNOCKSCAPE_UNITY "Compile several source files of a target as one" ON)
set(KNOCKSCAPE_SANITIZE "" CACHE STRING "Sanitizers for our targets, e.g. address,undefined")

find_program(KNOCKSCAPE_CCACHE ccache)
if(KNOCKSCAPE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${KNOCKSCAPE_CCACHE}")
endif()
find_program(KNOCKSCAPE_MOLD mold)
if(KNOCKSCAPE_MOLD)
    add_link_options(-fuse-ld=mold)
    # Before 2.0 mold may let the part that is made read-only begin on a page that nothing maps, by chance of the
    # layout (a thread-local byte at the end of a page); such a program does not start.
    execute_process(COMMAND "${KNOCKSCAPE_MOLD}" --version OUTPUT_VARIABLE knockscape_mold_version)
    if(knockscape_mold_version MATCHES "mold ([0-9.]+)" AND CMAKE_MATCH_1 VERSION_LESS 2.0)
        add_link_options(-Wl,-z,norelro)
    endif()
endif()

# knockscape_target(NAME): our warnings, sanitizers and include root on one of our targets.
# Includes are written from the repository root ("engine/core/issue.h"), so that the include test
# can read the direction of every arrow from the text.
function(knockscape_target name)
    target_include_directories(${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
    target_compile_options(${name} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                                           -Woverloaded-virtual -Wno-unknown-pragmas)
    if(KNOCKSCAPE_WERROR)
        target_compile_options(${name} PRIVATE -Werror)
    endif()
    if(KNOCKSCAPE_SANITIZE)
        target_compile_options(${name} PRIVATE -fsanitize=${KNOCKSCAPE_SANITIZE} -fno-omit-frame-pointer)
        target_link_options(${name} PRIVATE -fsanitize=${KNOCKSCAPE_SANITIZE})
    endif()
    # So few at once that both cores of a small machine have something to do, and that a changed file is soon compiled.
    get_target_property(sources ${name} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    list(LENGTH sources count)
    if(KNOCKSCAPE_UNITY AND count GREATER 1)
        set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
    endif()
    set_target_properties(${name} PROPERTIES
        INSTALL_RPATH "$ORIGIN;$ORIGIN/../${KNOCKSCAPE_PRIVATE_LIBDIR}")
endfunction()
