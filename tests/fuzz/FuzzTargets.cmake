# Fuzz targets: built with clang (libFuzzer, AddressSanitizer, UndefinedBehaviorSanitizer) beside the main build, which
# may use another compiler. Left out, with a message, where clang or its run-time library is missing.
find_program(KNOCKSCAPE_CLANG NAMES clang++ clang++-19 clang++-18 clang++-17 clang++-16 clang++-15 clang++-14)

set(KNOCKSCAPE_FUZZ_RUNS 20000 CACHE STRING "Inputs that each fuzz target tries in the tests")
set(fuzz_flags -std=c++20 -O1 -gline-tables-only -fno-omit-frame-pointer -fno-sanitize-recover=all)
set(fuzz_sanitizers address,undefined)

function(knockscape_can_fuzz result)
    if(NOT KNOCKSCAPE_CLANG)
        set(${result} FALSE PARENT_SCOPE)
        return()
    endif()
    set(probe "${CMAKE_CURRENT_BINARY_DIR}/probe.cpp")
    file(WRITE "${probe}" "#include <cstddef>\n#include <cstdint>\n#include <concepts>\n"
        "extern \"C\" int LLVMFuzzerTestOneInput(const std::uint8_t *, std::size_t) { return 0; }\n")
    execute_process(
        COMMAND "${KNOCKSCAPE_CLANG}" ${fuzz_flags} -fsanitize=fuzzer,${fuzz_sanitizers} "${probe}" -o "${probe}.out"
        RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
    if(failed)
        set(${result} FALSE PARENT_SCOPE)
    else()
        set(${result} TRUE PARENT_SCOPE)
    endif()
endfunction()

# fuzz_objects(OUT NAME DEFINITIONS SOURCES…): commands that compile each source; OUT gets the object files.
function(fuzz_objects out name definitions)
    set(objects "")
    foreach(source IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
        cmake_path(GET source FILENAME file)
        string(MD5 hash "${source}")
        string(SUBSTRING "${hash}" 0 6 hash)
        set(object "${CMAKE_CURRENT_BINARY_DIR}/objects/${name}/${file}.${hash}.o")
        list(TRANSFORM definitions PREPEND -D OUTPUT_VARIABLE defined)
        add_custom_command(OUTPUT "${object}"
            COMMAND ${KNOCKSCAPE_CCACHE} "${KNOCKSCAPE_CLANG}" ${fuzz_flags}
                    -fsanitize=fuzzer-no-link,${fuzz_sanitizers} ${defined} "-I${PROJECT_SOURCE_DIR}"
                    -MD -MT "${object}" -MF "${object}.d" -c "${source}" -o "${object}"
            DEPENDS "${source}" DEPFILE "${object}.d" VERBATIM
            COMMENT "Building ${file} for fuzzing")
        list(APPEND objects "${object}")
    endforeach()
    file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/objects/${name}")
    set(${out} "${objects}" PARENT_SCOPE)
endfunction()

# fuzz_units(OUT NAME SOURCES…): files that include ten sources each. Most of the time of compiling goes into headers, so
# the sources of one library are compiled together (as in the main build); OUT gets the files.
function(fuzz_units out name)
    set(units "")
    set(text "")
    set(count 0)
    foreach(source IN LISTS ARGN)
        string(APPEND text "#include \"${source}\"\n")
        math(EXPR count "${count} + 1")
        if(count EQUAL 10)
            list(LENGTH units number)
            list(APPEND units "${CMAKE_CURRENT_BINARY_DIR}/units/${name}_${number}.cpp")
            file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/units/${name}_${number}.cpp" CONTENT "${text}" @ONLY)
            set(text "")
            set(count 0)
        endif()
    endforeach()
    if(count GREATER 0)
        list(APPEND units "${CMAKE_CURRENT_BINARY_DIR}/units/${name}_rest.cpp")
        file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/units/${name}_rest.cpp" CONTENT "${text}" @ONLY)
    endif()
    set(${out} "${units}" PARENT_SCOPE)
endfunction()

# knockscape_fuzzed_part(TARGET): compiles the sources of one of our plain libraries again, instrumented. Every fuzz
# target that is declared afterwards links with it.
function(knockscape_fuzzed_part target)
    get_target_property(sources ${target} SOURCES)
    get_target_property(folder ${target} SOURCE_DIR)
    list(TRANSFORM sources PREPEND "${folder}/")
    set(definitions KNOCKSCAPE_SOURCE_RESOURCES="")
    if(KNOCKSCAPE_ZLIB)
        list(APPEND definitions KNOCKSCAPE_ZLIB)
    endif()
    if(KNOCKSCAPE_BZIP2)
        list(APPEND definitions KNOCKSCAPE_BZIP2)
    endif()
    fuzz_units(units ${target} ${sources})
    fuzz_objects(objects ${target} "${definitions}" ${units})
    set(library "${CMAKE_CURRENT_BINARY_DIR}/lib${target}_fuzzed.a")
    add_custom_command(OUTPUT "${library}"
        COMMAND ${CMAKE_COMMAND} -E rm -f "${library}"
        COMMAND ${CMAKE_AR} rcs "${library}" ${objects}
        DEPENDS ${objects} VERBATIM COMMENT "Linking ${target} for fuzzing")
    add_custom_target(${target}_fuzzed DEPENDS "${library}")
    set_property(GLOBAL APPEND PROPERTY KNOCKSCAPE_FUZZED_LIBRARIES "${library}")
    set_property(GLOBAL APPEND PROPERTY KNOCKSCAPE_FUZZED_TARGETS ${target}_fuzzed)
endfunction()

# knockscape_fuzzer(NAME SOURCES … [SEEDS files or folders …] [MAX_LENGTH n] [RUNS n] [OPTIONS -dict=…]): one fuzz
# target and its test, a fixed number of inputs from a fixed seed. Further engine sources may stand among SOURCES.
function(knockscape_fuzzer name)
    cmake_parse_arguments(arg "" "MAX_LENGTH;RUNS" "SOURCES;SEEDS;OPTIONS" ${ARGN})
    if(NOT arg_MAX_LENGTH)
        set(arg_MAX_LENGTH 2048)
    endif()
    if(NOT arg_RUNS)
        set(arg_RUNS ${KNOCKSCAPE_FUZZ_RUNS})
    endif()
    get_property(libraries GLOBAL PROPERTY KNOCKSCAPE_FUZZED_LIBRARIES)
    get_property(targets GLOBAL PROPERTY KNOCKSCAPE_FUZZED_TARGETS)
    fuzz_objects(objects ${name} "" ${arg_SOURCES})
    set(program "${CMAKE_BINARY_DIR}/bin/${name}")
    set(system_libraries "")
    if(KNOCKSCAPE_ZLIB)
        list(APPEND system_libraries -lz)
    endif()
    if(KNOCKSCAPE_BZIP2)
        list(APPEND system_libraries -lbz2)
    endif()
    add_custom_command(OUTPUT "${program}"
        COMMAND "${KNOCKSCAPE_CLANG}" -fsanitize=fuzzer,${fuzz_sanitizers} ${objects} ${libraries}
                ${system_libraries} -lpthread -o "${program}"
        DEPENDS ${objects} ${libraries} VERBATIM COMMENT "Linking ${name}")
    add_custom_target(${name} ALL DEPENDS "${program}")
    add_dependencies(${name} ${targets})

    set(seeds "")
    foreach(seed IN LISTS arg_SEEDS)
        cmake_path(ABSOLUTE_PATH seed BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
        if(IS_DIRECTORY "${seed}")
            file(GLOB files CONFIGURE_DEPENDS "${seed}/*")
            list(APPEND seeds ${files})
        else()
            list(APPEND seeds "${seed}")
        endif()
    endforeach()
    string(REPLACE ";" "," seeds "${seeds}")
    if(seeds)
        set(seeds "-seed_inputs=${seeds}")
    endif()
    add_test(NAME ${name} COMMAND "${program}" -runs=${arg_RUNS} -seed=1 -max_len=${arg_MAX_LENGTH} -rss_limit_mb=512
        -timeout=10 -verbosity=0 -artifact_prefix=${CMAKE_CURRENT_BINARY_DIR}/${name}- ${seeds} ${arg_OPTIONS})
    set_tests_properties(${name} PROPERTIES TIMEOUT 120 LABELS fuzz)
endfunction()
