import type { Titles } from "../../../shared/text/index.ts";

/** What the values and events of this part mean. */
export const mapTitles = {
  fields: {},
  values: {
    "aggregate.map-mark": { zh: "地图标记", en: "mark on the map" },
    "aggregate.map-tally": { zh: "地图计数", en: "count of the map" },
    "grid-events.map-mark.put": { zh: "标上或者移出地图", en: "Put on the map, or taken off it" },
    "grid-events.map-tally.added": { zh: "地图计数变动", en: "A count of the map changes" },
  },
} satisfies Titles;
