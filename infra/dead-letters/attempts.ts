/** A message that another department has received so often, and not deleted, is dead: in the cloud and on one machine. */
export const attemptsOutside = 5;
