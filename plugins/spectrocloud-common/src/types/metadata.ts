/** What every Palette object says about itself. @public */
export interface PaletteMetadata {
  /** Palette's uid. */
  uid: string;
  /** Name as people know it. */
  name: string;
  /** Labels; bare tags have the value `spectro__tag`. */
  labels?: Record<string, string>;
  /** Palette's own: `projectUid`, `scope`, `permissions` (of the caller, comma separated) and so on. */
  annotations?: Record<string, string>;
  /** ISO 8601. */
  creationTimestamp?: string;
  /** ISO 8601. */
  lastModifiedTimestamp?: string;
}

/** A name and the uid that stands for it. @public */
export interface PaletteReference {
  /** Palette's uid. */
  uid: string;
  /** Name as people know it. */
  name?: string;
  /** Kind, in Palette's words. */
  kind?: string;
  /** Project it belongs to. */
  projectUid?: string;
}
