/** The item that a case is for stands before the dot of the id of the case. So its power is found without reading the case. */
export const itemOf = (id: string) => id.slice(0, Math.max(0, id.indexOf(".")));
