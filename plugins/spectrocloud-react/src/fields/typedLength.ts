/** Characters that can be typed into a field; a draft keeps as many, and no more. @public */
export const MAX_TYPED_LENGTH = 100_000;
