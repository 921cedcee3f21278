import { present } from "../../../../shared/decider/index.ts";
import { viewLimit } from "../../../../shared/http/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Hearing, Joint, Review, Survey, ThirdParties, WasAccepted } from "../domain/application/application.ts";

/** Steps, opinions, inspection, third parties and hearing of an accepted case; third parties are masked. */
export function viewExamination(state: WasAccepted, runtime: Runtime) {
  const { pending, reviews, survey, joint, resolution, inspection, thirdParties, farmland, hearing } = state;
  return {
    pendingSteps: [...pending],
    reviews: reviews.map(viewReview),
    ...present({
      survey: survey && viewSurvey(survey),
      joint: joint && viewJoint(joint),
      resolution,
      farmland,
      thirdParties: thirdParties && viewThirdParties(thirdParties, runtime),
      hearing: hearing && viewHearing(hearing, runtime),
    }),
    ...(inspection === undefined
      ? {}
      : {
          inspection: {
            limit: viewLimit(inspection.limit, runtime, inspection.assignedOn),
            late: inspection.late === true,
            ...present({
              assignedOn: inspection.assignedOn,
              inspectors: inspection.inspectors && [...inspection.inspectors],
            }),
          },
        }),
  };
}

const viewSurvey = ({ step, by, on, opinion, inspectors, signatures }: Survey) => ({
  ...{ step, by, on, opinion },
  inspectors: [...inspectors],
  signatures: [...signatures],
  waiting: inspectors.filter((sub) => !signatures.some((one) => one.by === sub)),
});

const viewReview = ({ step, by, on, opinion, inspectors, signed, joint }: Review) => ({
  step,
  by,
  on,
  opinion,
  ...present({
    inspectors: inspectors && [...inspectors],
    signed,
    joint: joint && [...joint],
  }),
});

const viewJoint = ({ offices, opinions }: Joint) => ({
  offices: [...offices],
  opinions: [...opinions],
  waiting: offices.filter((office) => !opinions.some((one) => one.office === office)),
});

function viewThirdParties({ affected, by, on, informed, heard }: ThirdParties, runtime: Runtime) {
  const told = informed && {
    on: informed.on,
    parties: informed.parties.map(({ name }) => maskName(name)),
    request: viewLimit(informed.request, runtime),
  };
  return { affected, by, on, ...present({ informed: told, heard }) };
}

const viewHearing = ({ ground, requestedOn, organise, notice, held }: Hearing, runtime: Runtime) => ({
  ground,
  feeFen: 0 as const,
  ...present({ requestedOn, organise: organise && viewLimit(organise, runtime, held?.on), notice, held }),
});
