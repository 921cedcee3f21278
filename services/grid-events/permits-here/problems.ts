import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PermitsHereRefusal } from "./domain/refusals.ts";

export const permitsHereProblems = {
  "grid-events.permit-of-what": {
    zh: "请给出位置和事件类别，或者许可证号",
    en: "A place and a category are needed, or the number of a permit",
  },
} satisfies ProblemTexts<PermitsHereRefusal>;
