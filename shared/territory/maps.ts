/** Maps that come in: read, held against themselves and each other. Apart from `index.ts`, for who only asks where a place lies. */
export { type Finding, type FindingCode, findingCodes, sayFinding } from "./findings.ts";
export { type PolygonRings, type Position, type ReadArea, type ReadMap, type Ring, readGeoJson } from "./geojson.ts";
export { type CheckedAreas, checkRings } from "./rings.ts";
export { checkSiblings, type SiblingRules } from "./siblings.ts";
