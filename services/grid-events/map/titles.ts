import type { Titles } from "../../../shared/text/index.ts";

/** What the values and events of this part mean. */
export const mapTitles = {
  fields: {
    bbox: { zh: "范围（西、南、东、北）", en: "Box: west, south, east, north" },
    coordinates: { zh: "坐标（经度、纬度）", en: "Longitude, latitude" },
    count: { zh: "件数", en: "Count" },
    features: { zh: "图上要素", en: "Features" },
    few: { zh: "不足公开下限", en: "Fewer than are counted for everybody" },
    geometry: { zh: "图形", en: "Geometry" },
    properties: { zh: "属性", en: "Properties" },
  },
  values: {
    "kind.cluster": { zh: "聚合", en: "a cluster" },
    "kind.grid": { zh: "网格", en: "a grid" },
    "kind.matter": { zh: "已公开事件", en: "a released matter" },
    "type.Feature": { zh: "要素", en: "feature" },
    "type.FeatureCollection": { zh: "要素集", en: "collection of features" },
    "type.Point": { zh: "点", en: "Point" },
    "aggregate.map-mark": { zh: "地图标记", en: "mark on the map" },
    "aggregate.map-tally": { zh: "地图计数", en: "count of the map" },
    "grid-events.map-mark.put": { zh: "标上或者移出地图", en: "Put on the map, or taken off it" },
    "grid-events.map-tally.added": { zh: "地图计数变动", en: "A count of the map changes" },
  },
} satisfies Titles;
