/** Codes that this part of the service refuses with. */
export type PermitsHereRefusal = "grid-events.permit-of-what";
