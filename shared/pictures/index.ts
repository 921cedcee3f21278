export { type Taken, takenOf } from "./taken.ts";
export { withoutMetadata } from "./without-metadata.ts";
