interface Lifeless {
  status?: { state?: string; isActive?: boolean };
}

/** Palette keeps answering for a while after a cluster or a cluster group is gone. */
export function isGone({ status }: Lifeless): boolean {
  return !status || status.state === 'Deleted' || status.isActive === false;
}
