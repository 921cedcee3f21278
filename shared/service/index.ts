export { clockworkFor, type Swept } from "./clockwork.ts";
export { defaultFunctions } from "./default-functions.ts";
export { nextDeadline } from "./due.ts";
export { endOfAll } from "./erasing.ts";
export { aggregate, instruct, instructAs, orNothing } from "./instruct.ts";
export { once } from "./later.ts";
export type {
  Acquaint,
  Aggregate,
  Carried,
  FunctionKind,
  Index,
  Instruction,
  Passed,
  Service,
  Subscription,
} from "./manifest.ts";
export {
  alarmTopicName,
  apiName,
  bucketName,
  deadLetterName,
  functionName,
  queueName,
  subscriberQueueName,
  tableName,
  toldName,
  topicName,
  townSecretName,
  undeliveredName,
  unrelayedName,
} from "./names.ts";
export { certificatesOf } from "./officers-named.ts";
export { putOnRecord } from "./on-record.ts";
export { openingFor } from "./opening.ts";
export { joined, type Part, part } from "./part.ts";
export { on, subjectId, whoActed } from "./reaction.ts";
export { actorKey, contextFor, type Runtime, wallClock } from "./runtime.ts";
export { readSetAside, type SetAside, whichAreSetAside } from "./set-aside.ts";
export { setAsideRoute } from "./set-aside-route.ts";
