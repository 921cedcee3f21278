import type { ProblemTexts } from "../../../shared/http/index.ts";

/** Themed bundles (L12). */
export const bundleProblems: ProblemTexts = {
  "permits.unknown-bundle": { zh: "没有这个一件事", en: "There is no such bundle" },
  "permits.bundle-over": {
    zh: "一件事{status}，不能再撤回或补交",
    en: "The bundle is {status}: nothing more is brought or taken back",
  },
  "permits.unknown-file": { zh: "没有这份文件，或不是您上传的", en: "There is no such file of yours" },
  "word.done": { zh: "已全部办结", en: "done" },
};
