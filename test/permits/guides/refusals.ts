import { type Guide, type GuideContent, guide } from "../../../services/permits/guides/domain/guide.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { on } from "../../support/deciding.ts";
import { aGuide, anApplication, theForm, theHead, theMayor } from "../cases/builders.ts";
import { told } from "../certificates/builders.ts";
import { aFormFile, attach } from "../files/builders.ts";
import type { Provoked } from "../provoked.ts";

const today = "2026-03-02";
const publish = (content: Partial<GuideContent>) =>
  guide.decide(undefined, { type: "publish", content: aGuide(content).content }, on(today));

const revise = (changes: Partial<GuideContent>, of: Guide = aGuide()) =>
  guide.decide(of, { type: "revise", changes, reason: "更正" }, on(today, theHead));
const aProposal = (): Guide =>
  told(guide, aGuide(), { type: "revise", changes: { visits: 0 }, reason: "减" }, today, theHead);
const publishIt = (proposal: number, actor: Actor, of = aProposal()) =>
  guide.decide(of, { type: "publish-revision", proposal }, on(today, actor));

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
  "permits.guide-unchanged": () => revise({}),
  "permits.revision-waits": () => revise({ visits: 2 }, aProposal()),
  "permits.no-such-revision": () => publishIt(2, theMayor),
  "permits.proposer-cannot-publish": () => publishIt(1, theHead),
  "permits.revision-outdated": () => publishIt(1, theMayor, { ...aProposal(), version: 4 }),
  "permits.follows-the-power": () => revise({ legalBasis: "《某法》第一条" }),
  "permits.longer-limit-without-law": () => revise({ statutoryWorkingDays: 60 }),
  "permits.step-required-by-law": () =>
    revise({ steps: aGuide().content.steps.filter(({ kind }) => kind !== "survey") }),
  "permits.fixed-by-law": () => revise({ safety: false }, aGuide({ safety: true })),
  "permits.material-forbidden": () => publish({ conditions: ["同意技术转让"] }),
};
