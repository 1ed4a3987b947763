import type {
  AttachedProfile,
  ClusterProfile,
  RepaveReason,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** A cause is rarely older than the last few versions, and each costs a call. */
const MAX_LOOKS = 8;

type PackChange = { name: string; from: string };

/** What a repave would change of the profile's packs, as far as Palette tells. */
function changesOf(
  { packs }: AttachedProfile,
  reasons: RepaveReason[],
): PackChange[] {
  return reasons.flatMap(({ pack }) => {
    const attached = packs.find(({ name }) => name === pack?.name);
    return attached && pack?.from && attached.version !== pack.from
      ? [{ name: attached.name, from: pack.from }]
      : [];
  });
}

/** The versions before the one that is there, the nearest first, then the later ones. */
function candidates(uid: string, known: ClusterProfile | undefined): string[] {
  const uids = (known?.spec.versions ?? []).map(version => version.uid);
  const at = uids.indexOf(uid);
  const before = at < 0 ? uids : uids.slice(0, at);
  return [...before.reverse(), ...(at < 0 ? [] : uids.slice(at + 1))].slice(
    0,
    MAX_LOOKS,
  );
}

/**
 * For each profile that a repave comes from, its version whose packs are those before;
 * by the uid of what is attached. A profile whose former version can't be told isn't in it.
 */
export async function formerVersions(options: {
  attached: AttachedProfile[];
  reasons: RepaveReason[];
  known: Array<ClusterProfile | undefined>;
  read: (uid: string) => Promise<ClusterProfile>;
}): Promise<Record<string, string>> {
  const { attached, reasons, known, read } = options;
  const found: Record<string, string> = {};
  for (const profile of attached) {
    const changes = changesOf(profile, reasons);
    const own = known.find(each => each?.metadata.uid === profile.uid);
    for (const uid of changes.length > 0 ? candidates(profile.uid, own) : []) {
      // One that the user may not see is none to go back to.
      const { packs } = (await read(uid).catch(() => undefined))?.spec ?? {};
      const isFormer = changes.every(({ name, from }) =>
        packs?.some(pack => pack.name === name && pack.version === from),
      );
      if (isFormer) {
        found[profile.uid] = uid;
        break;
      }
    }
  }
  return found;
}
