export { ageRule, barred } from "../../../penalty-list/domain/index.ts";
