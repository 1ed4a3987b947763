/** A cluster that somebody had the simulator create, with the body as it came. */
export interface Creation {
  /** Last segment of `POST /v1/spectroclusters/{type}`. */
  type: string;
  projectUid: string;
  /** E-mail of the user as whom it was created. */
  user: string;
  uid: string;
  body: unknown;
}
