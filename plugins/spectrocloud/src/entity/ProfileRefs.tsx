import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import type { AttachedProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { Fragment, type ReactNode } from 'react';
import { usePageLinks } from '../routing/usePageLinks';

/** As Palette makes uids; entities' names rarely are so. */
const UID = /^[0-9a-f]{24}$/;

/** The entity that a text refers to, if it does. */
function readRef(text: string, namespace: string | undefined) {
  try {
    return parseEntityRef(text, {
      defaultKind: 'resource',
      defaultNamespace: namespace,
    });
  } catch {
    return undefined;
  }
}

/**
 * The profiles of a cluster: those that an annotation lists, by entity or by
 * uid, else those that Palette says are attached.
 */
export const ProfileRefs = (props: {
  refs?: string;
  attached: AttachedProfile[];
}) => {
  const { refs = '', attached } = props;
  const { entity } = useEntity();
  const links = usePageLinks();
  const nameOf = new Map(attached.map(({ uid, name }) => [uid, name]));
  const texts = refs.split(',').map(text => text.trim());
  const listed = texts.filter(Boolean);

  const ofPalette = (uid: string): ReactNode => {
    const page = links.profile(uid);
    const name = nameOf.get(uid) ?? uid;
    return page ? <Link href={page}>{name}</Link> : name;
  };
  const show = (text: string): ReactNode => {
    if (UID.test(text)) return ofPalette(text);
    const ref = readRef(text, entity.metadata.namespace);
    return ref ? <EntityRefLink entityRef={ref} /> : text;
  };
  const shown = listed.length > 0 ? listed : attached.map(({ uid }) => uid);
  const render = listed.length > 0 ? show : ofPalette;
  return (
    <>
      {shown.map((text, index) => (
        <Fragment key={text}>
          {index > 0 && ', '}
          {render(text)}
        </Fragment>
      ))}
    </>
  );
};
