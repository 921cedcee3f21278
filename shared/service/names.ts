/** Names of a town's resources follow from town and service, so that stacks import nothing from each other. */
export const tableName = (town: string, service: string) => `${town}-${service}`;
export const queueName = (town: string, service: string) => `${town}-${service}-reactions.fifo`;
export const subscriberQueueName = (town: string, subscriber: string) => `${town}-subscriber-${subscriber}.fifo`;
export const deadLetterName = (queue: string) => queue.replace(/\.fifo$/, "-dead.fifo");
/** The topic to which a service's relay publishes. */
export const topicName = (town: string, service: string) => `${town}-${service}-events.fifo`;
/** What a service's topic could not put into a queue: in the publisher's stack, so that it is there when the queue is not. */
export const undeliveredName = (service: string, queue: string) =>
  queue.replace(/\.fifo$/, `-undelivered-by-${service}.fifo`);
export const functionName = (town: string, service: string, kind: string) => `${town}-${service}-${kind}`;
/** What a relay gave up on: places in the stream, not messages (a stream sets aside no more than that). */
/** The layer that tells the functions of a service of their town. */
export const toldName = (town: string, service: string) => `${town}-${service}-told`;
export const unrelayedName = (town: string, service: string) => `${town}-${service}-unrelayed`;
/** What ids, keys of persons and cursors are made with; one for all services of a town. */
export const townSecretName = (town: string) => `${town}/secret`;
/** Buckets of all accounts share one space of names. */
export const bucketName = (town: string, service: string, account: string) => `${town}-${service}-files-${account}`;
export const alarmTopicName = (town: string) => `${town}-alarms`;
export const apiName = (town: string) => `${town}-api`;
