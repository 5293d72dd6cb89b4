#pragma once

#include "ui/metabolism/map_painting.h"
#include "ui/metabolism/map_scene.h"
#include "ui/plots/picture_export.h"

namespace knockscape::ui
{

/// The whole map with its legend, for paper, as high as its shape asks for; nothing to draw for an empty one.
PictureSource mapPicture(const MapScenePtr &scene, const MapPainting &painting, const QString &title);

} // namespace knockscape::ui
