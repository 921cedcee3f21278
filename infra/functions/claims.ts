import type { PreTokenGenerationTriggerEvent } from "aws-lambda";

/** Attributes of a person in the town's user pool that become claims under the same name. */
export const personAttributes = ["office", "department", "certificateNo", "grids", "party"] as const;

/**
 * What a token of the town's own user pool says besides who it is: the town, the groups as `roles`, and the attributes
 * without Cognito's prefix. Groups are given by the town's administrators only; nobody writes his own.
 */
export const claims = (town: string) => async (event: PreTokenGenerationTriggerEvent) => {
  const { groupConfiguration, userAttributes } = event.request;
  const attributes = personAttributes.flatMap((name) => {
    const value = userAttributes[`custom:${name}`];
    return value === undefined || value === "" ? [] : [[name, value]];
  });
  const roles = (groupConfiguration.groupsToOverride ?? []).join(" ");
  event.response = {
    claimsOverrideDetails: { claimsToAddOrOverride: { ...Object.fromEntries(attributes), town, roles } },
  };
  return event;
};
