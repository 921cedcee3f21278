export { type Area, areaOf, type Place, whereIs } from "./area.ts";
export { type GivenAway, givenAway, type Matter, splitsOf, type Territory, territoryOf } from "./territory.ts";
