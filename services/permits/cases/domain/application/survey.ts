import { type Context, type Decision, present } from "../../../../../shared/decider/index.ts";
import { peopleNamed, subOf } from "../../../common/domain/named-people.ts";
import type { Step } from "../../../guides/domain/guide.ts";
import { notYou, refuse } from "../refusals.ts";
import type { Accepted, ApplicationEvent, CommandOf, ReviewStep } from "./application.ts";
import { unfitFor } from "./people.ts";
import { withoutPower } from "./power.ts";

const article34 = { article: "行政许可法34(3)", rule: "XK-34" };

/**
 * XK-34: a survey is made by two or more people whom the town knows. One of them records it by his own login, and has
 * signed with it. Recorded again before all have signed, it is signed anew.
 */
export function recordSurvey(
  state: Accepted,
  { opinion, inspectors: named, affectsThirdParties, occupiesFarmland, officers = [] }: ReviewStep,
  step: Step,
  context: Context,
): Decision<ApplicationEvent> {
  const { actor, today } = context;
  const assigned = state.inspection?.inspectors;
  const asked = named ?? assigned ?? [];
  if (new Set(asked.map(subOf)).size < 2)
    return refuse("permits.two-inspectors", { ...article34, step: step.name }, "/inspectors");
  const persons = peopleNamed(asked, { officers }, context, "/inspectors");
  if ("code" in persons) return persons;
  const inspectors = persons.map(({ sub }) => sub);
  const unfit = inspectors
    .map((sub, at) =>
      assigned === undefined || assigned.includes(sub)
        ? unfitFor(state, sub, "inspected", `/inspectors/${at}`)
        : refuse("permits.not-an-inspector", article34, `/inspectors/${at}`),
    )
    .find((one) => one !== undefined);
  if (unfit !== undefined) return unfit;
  if (!inspectors.includes(actor.sub)) return refuse("permits.not-an-inspector", article34, "/inspectors");
  const on = today.toString();
  const data = { step, by: actor.sub, on, opinion, inspectors, ...present({ affectsThirdParties, occupiesFarmland }) };
  return [{ type: "permits.application.survey-recorded", data, personal: { persons } }];
}

/**
 * XK-34: each of the others signs by his own login; with the last signature the step is done. CF-24b: a signature under a
 * power that was recalled since the first one does not complete it.
 */
export function confirmSurvey(
  state: Accepted,
  { power }: CommandOf<"confirm-survey">,
  context: Context,
): Decision<ApplicationEvent> {
  const { actor, today } = context;
  const { survey } = state;
  if (survey === undefined) return refuse("permits.no-survey-to-sign", article34);
  if (!survey.inspectors.includes(actor.sub)) return notYou("permits.not-an-inspector", article34);
  if (survey.signatures.some(({ by }) => by === actor.sub)) return refuse("permits.survey-signed-by-you", article34);
  const unfit = unfitFor(state, actor.sub, "inspected", "");
  if (unfit !== undefined) return unfit;
  const powerless = withoutPower(state, power, context);
  if (powerless !== undefined) return powerless;
  const own = { by: actor.sub, on: today.toString() };
  const waiting = survey.inspectors.filter(
    (sub) => sub !== actor.sub && !survey.signatures.some(({ by }) => by === sub),
  );
  if (waiting.length > 0) return [{ type: "permits.application.survey-signed", data: own }];
  const { step, by, opinion, inspectors, affectsThirdParties, occupiesFarmland } = survey;
  const review = { step, by, on: own.on, opinion, inspectors, signed: true as const };
  return [
    {
      type: "permits.application.reviewed",
      data: { ...review, ...present({ affectsThirdParties, occupiesFarmland }) },
    },
  ];
}
