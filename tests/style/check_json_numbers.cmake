# Finds conversions of JSON to numbers that do not go through engine/core/json_value.h: cmake -DROOT=<repository> -P …
# The library converts whatever it is asked for, and a number of another kind or range is undefined behaviour.
cmake_minimum_required(VERSION 3.25)
if(NOT ROOT)
    message(FATAL_ERROR "Pass -DROOT=<repository>")
endif()

# The layout helper stands alone under another licence and looks at kind and range itself.
set(exceptions engine/core/json_value.h engine/layout/layout_protocol.cpp)
set(number "(std::)?(u?int[0-9]*(_t)?|size_t|double|float|long|unsigned|vector)")
file(GLOB_RECURSE sources RELATIVE "${ROOT}" "${ROOT}/engine/*.cpp" "${ROOT}/engine/*.h" "${ROOT}/app/*.cpp"
     "${ROOT}/app/*.h" "${ROOT}/ui/*.cpp" "${ROOT}/ui/*.h")
set(found "")
foreach(source IN LISTS sources)
    if(source IN_LIST exceptions)
        continue()
    endif()
    file(STRINGS "${ROOT}/${source}" lines REGEX "(\\.|->|template )get<${number}[ <>]|get_to\\(")
    foreach(line IN LISTS lines)
        string(APPEND found "\n  ${source}: ${line}")
    endforeach()
endforeach()
if(found)
    message(FATAL_ERROR "Read these numbers with jsonInteger, jsonReal or JsonPlace (engine/core/json_value.h):${found}")
endif()
