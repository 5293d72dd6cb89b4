# Debian packages of what is installed ("packaging/deb"): the program, the module with libtorch, the layout helper. Read
# after all folders.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME knockscape)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has a first line of its own
set(CPACK_PACKAGE_VENDOR "The Knockscape developers")
# Whoever hands packages out is named here: packaging/deb -DKNOCKSCAPE_MAINTAINER="Name <address>"
set(KNOCKSCAPE_MAINTAINER "The Knockscape developers <knockscape@example.org>" CACHE STRING "Maintainer of the packages")
set(CPACK_PACKAGE_CONTACT "${KNOCKSCAPE_MAINTAINER}")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL application torch layout)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The libraries of our own stand in the program's package and are found by their run path.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${CMAKE_BINARY_DIR}/bin")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_APPLICATION_PACKAGE_NAME knockscape)
set(CPACK_COMPONENT_APPLICATION_DESCRIPTION
    "Explore gene knockouts with trained models and flux balance
Tick genes of a genome: a trained model predicts fitness and genetic
interaction, flux balance analysis simulates growth. With networks, metabolic
maps, screens of all pairs, comparison with measured values, and a command
line that does the same.")
set(CPACK_DEBIAN_APPLICATION_PACKAGE_RECOMMENDS "knockscape-torch, knockscape-layout, fonts-dejavu-core")

set(CPACK_DEBIAN_TORCH_PACKAGE_NAME knockscape-torch)
set(CPACK_COMPONENT_TORCH_DESCRIPTION
    "Models of Knockscape: prediction and training with libtorch
The module that knockscape loads to read, run and train models. Without it
the program imports cells, simulates and draws.")
set(CPACK_DEBIAN_TORCH_PACKAGE_DEPENDS "knockscape (= ${PROJECT_VERSION})")

set(CPACK_DEBIAN_LAYOUT_PACKAGE_NAME knockscape-layout)
set(CPACK_COMPONENT_LAYOUT_DESCRIPTION
    "Layout helper of Knockscape: graphs placed by Graphviz
A small program that lays out one graph a request, in a process of its own.
Networks and metabolic maps of knockscape are placed with it.")

# Each package tells its licence and what is new.
set(licence_of_application "${PROJECT_SOURCE_DIR}/packaging/debian/copyright")
set(licence_of_torch "${PROJECT_SOURCE_DIR}/packaging/debian/copyright")
set(licence_of_layout "${PROJECT_SOURCE_DIR}/packaging/debian/copyright.layout")
set(release_day "Mon, 30 Nov 2026 12:00:00 +0000")
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} upper)
    set(package "${CPACK_DEBIAN_${upper}_PACKAGE_NAME}")
    set(documents "${CMAKE_INSTALL_DATADIR}/doc/${package}")
    install(FILES "${licence_of_${component}}" DESTINATION "${documents}" RENAME copyright COMPONENT ${component})
    configure_file("${PROJECT_SOURCE_DIR}/packaging/debian/changelog.in" "${CMAKE_BINARY_DIR}/changelog.${package}" @ONLY)
    knockscape_install_packed("${CMAKE_BINARY_DIR}/changelog.${package}" DESTINATION "${documents}"
        RENAME changelog.gz COMPONENT ${component})
endforeach()

# All that the packages hold, without the tests.
add_custom_target(knockscape_packaged)
get_property(packed GLOBAL PROPERTY KNOCKSCAPE_PACKED)
add_dependencies(knockscape_packaged knockscape knockscape_cli knockscape_layout knockscape_torch knockscape_icons ${packed})

include(CPack)
