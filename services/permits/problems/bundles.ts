import type { ProblemTexts } from "../../../shared/http/index.ts";

/** Themed bundles (L12). */
export const bundleProblems: ProblemTexts = {
  "permits.unknown-bundle": { zh: "没有这个一件事", en: "There is no such bundle" },
  "permits.bundle-over": { zh: "一件事{status}，不能再撤回", en: "The bundle is {status} and cannot be taken back" },
  "word.done": { zh: "已全部办结", en: "done" },
};
