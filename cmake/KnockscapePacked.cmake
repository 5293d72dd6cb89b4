# knockscape_install_packed(FILE install() arguments…): installs FILE as gzip packs it, without a time of day, as Debian
# wants manual pages and changelogs.
function(knockscape_install_packed file)
    cmake_path(GET file FILENAME name)
    set(packed "${CMAKE_CURRENT_BINARY_DIR}/${name}.gz")
    add_custom_command(OUTPUT "${packed}" COMMAND gzip -9nc "${file}" > "${packed}" DEPENDS "${file}")
    add_custom_target(packed_${name} ALL DEPENDS "${packed}")
    set_property(GLOBAL APPEND PROPERTY KNOCKSCAPE_PACKED packed_${name})
    install(FILES "${packed}" ${ARGN})
endfunction()
