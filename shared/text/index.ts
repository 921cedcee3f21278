export { textProblems } from "./problems.ts";
export {
  domainCode,
  isoDate,
  line,
  lineOf,
  lineOrNothing,
  personOrBodyName,
  signsLike,
  signsOf,
  text,
  textOf,
} from "./schemas.ts";
export { type Title, titled, titleStatedBy } from "./titled.ts";
export { type Titles, type TitleTexts, titleOfField, titleOfValue, titleTexts, valuesOf } from "./titles.ts";
export { hasLetter, isInvisible } from "./visible.ts";
