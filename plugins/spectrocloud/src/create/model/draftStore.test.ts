import { SessionState } from '@backstage/frontend-plugin-api';
import { filledDraft } from '../__testUtils__/drafts';
import { newDraft } from './Draft';
import { readDraft, removeDraft, writeDraft } from './draftStore';
import { watchSignOut } from './watchSignOut';

const USER = 'user:default/dana';

describe('the draft in the session', () => {
  beforeEach(() => sessionStorage.clear());

  it('is there again for who has written it', () => {
    const draft = filledDraft('vsphere');
    writeDraft(sessionStorage, USER, draft);
    expect(readDraft(sessionStorage, USER)).toEqual(draft);
    removeDraft(sessionStorage);
    expect(readDraft(sessionStorage, USER)).toBeUndefined();
  });

  it("is nobody else's, and gone once somebody else has looked", () => {
    writeDraft(sessionStorage, USER, newDraft('eks'));
    expect(readDraft(sessionStorage, 'user:default/olga')).toBeUndefined();
    expect(sessionStorage).toHaveLength(0);
  });

  it.each([
    'not json',
    '{}',
    '[]',
    JSON.stringify({ user: USER, draft: { kind: 'mainframe' } }),
    JSON.stringify({ user: USER, draft: { ...newDraft('eks'), more: 1 } }),
    JSON.stringify({
      user: USER,
      draft: { ...newDraft('virtual'), step: 'pools' },
    }),
    JSON.stringify({
      user: USER,
      draft: { ...newDraft('eks'), values: { name: 'x'.repeat(100_001) } },
    }),
  ])('is none where storage holds %.40s', stored => {
    writeDraft(sessionStorage, USER, newDraft('eks'));
    sessionStorage.setItem(sessionStorage.key(0)!, stored);
    expect(readDraft(sessionStorage, USER)).toBeUndefined();
  });

  it('costs nothing where storage is closed', () => {
    const closed = {
      getItem: () => {
        throw new Error('closed');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => {
        throw new Error('closed');
      },
    };
    expect(readDraft(closed, USER)).toBeUndefined();
    expect(() => writeDraft(closed, USER, newDraft('eks'))).not.toThrow();
  });

  it('goes when the user signs out, and not while a session is looked for', () => {
    let tell: (state: SessionState) => void = () => {};
    const unsubscribe = jest.fn();
    const stop = watchSignOut(
      {
        subscribe: listener => {
          tell = listener;
          return { unsubscribe };
        },
      },
      sessionStorage,
    );
    writeDraft(sessionStorage, USER, newDraft('eks'));
    tell(SessionState.SignedOut);
    expect(sessionStorage).toHaveLength(1);
    tell(SessionState.SignedIn);
    tell(SessionState.SignedOut);
    expect(sessionStorage).toHaveLength(0);
    stop();
    expect(unsubscribe).toHaveBeenCalled();
  });
});
