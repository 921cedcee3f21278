export { textProblems } from "./problems.ts";
export { isoDate, line, lineOf, personOrBodyName, text, textOf } from "./schemas.ts";
export { hasLetter, isInvisible } from "./visible.ts";
