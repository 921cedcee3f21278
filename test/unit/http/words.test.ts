import { expect, test } from "vitest";
import { textOf } from "../../../shared/http/problem.ts";

const texts = {
  "tally.not-now": {
    zh: "现为{status}，不能{command}；可以：{possible}",
    en: "It is {status}: cannot {command}, only {possible}",
  },
  "word.open": { zh: "开放", en: "open" },
  "word.add": { zh: "记入", en: "add" },
};

test("a step that has no word of its own is told in words and not by its code", () => {
  const told = { status: "open", possible: ["add"] };
  expect(textOf("tally.not-now", { ...told, command: "draft" }, texts)).toEqual({
    zh: "现为开放，不能办理此步；可以：记入",
    en: "It is open: cannot do this, only add",
  });
  expect(textOf("tally.not-now", { ...told, command: "add" }, texts).zh).toBe("现为开放，不能记入；可以：记入");
});
