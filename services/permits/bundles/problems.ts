import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { BundleRefusal } from "./domain/refusals.ts";

/** Themed bundles (L12). */
export const bundleProblems = {
  "permits.unknown-bundle": { zh: "没有这个一件事", en: "There is no such bundle" },
  "permits.bundle-over": {
    zh: "一件事{status}，不能再撤回或补交",
    en: "The bundle is {status}: nothing more is brought or taken back",
  },
  "word.done": { zh: "已全部办结", en: "done" },
} satisfies ProblemTexts<BundleRefusal>;
