import { renderInTestApp } from '@backstage/frontend-test-utils';
import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { paletteApis } from '../__testUtils__/paletteApis';
import { QuietLoad } from './QuietLoad';

const KEY = 'spectrocloud.com/cluster-uid';

/** The card of an entity, and a link that leads to another. */
const Page = (props: { load: (uid: string) => Promise<string> }) => {
  const [uid, setUid] = useState('uid-1');
  const clusterUid = { value: uid, key: KEY };
  return (
    <>
      <button onClick={() => setUid('uid-2')}>next</button>
      <QuietLoad
        annotations={{ clusterUid }}
        subject={clusterUid}
        permission={spectroCloudClusterViewInfoPermission}
        load={() => props.load(uid)}
      >
        {({ value }) => <p>{value}</p>}
      </QuietLoad>
    </>
  );
};

describe('QuietLoad', () => {
  it('shows nothing of the entity before where that of another can not be read', async () => {
    renderInTestApp(
      <Page
        load={async uid => {
          if (uid === 'uid-1') return 'first';
          throw Object.assign(new Error(), { statusCode: 403 });
        }}
      />,
      {
        apis: [...paletteApis({}, {}).pairs],
        config: { backend: { baseUrl: 'http://backend' } },
      },
    );
    expect(await screen.findByText('first')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'next' }));
    expect(
      await screen.findByText(/Your Palette role does not allow it/),
    ).toBeInTheDocument();
    expect(screen.queryByText('first')).toBeNull();
  });
});
