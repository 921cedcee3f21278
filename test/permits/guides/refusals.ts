import { type GuideContent, guide } from "../../../services/permits/guides/domain/guide.ts";
import { aGuide, anApplication, on, theForm, theHead } from "../cases/builders.ts";
import { aFormFile, attach } from "../files/builders.ts";
import type { Provoked } from "../provoked.ts";

const today = "2026-03-02";
const publish = (content: Partial<GuideContent>) =>
  guide.decide(undefined, { type: "publish", content: aGuide(content).content }, on(today));

/** Every refusal of a guide. */
export const guideRefusals: Provoked = {
  "permits.promise-longer-than-law": () => publish({ promisedWorkingDays: 21 }),
  "permits.guide-incomplete": () => publish({ conditions: [] }),
  "permits.fee-without-basis": () => publish({ feeFen: 1000 }),
  "permits.form-belongs-to-a-case": () => {
    const file = aFormFile(theHead).lawfully(attach("A", anApplication({ by: theHead }).state), theHead).state;
    const give = { type: "give-form", material: theForm, kind: "blank", file, kept: true, reason: "新表" } as const;
    return guide.decide(aGuide(), give, on(today, theHead));
  },
  "permits.guide-unchanged": () =>
    guide.decide(aGuide(), { type: "revise", changes: {}, reason: "无" }, on(today, theHead)),
};
