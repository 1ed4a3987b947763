import { createOrganisation, DEMO_SIZE } from './createOrganisation';

describe('createOrganisation', () => {
  const demo = createOrganisation('demo');

  it('is the same each time', () => {
    expect(createOrganisation('demo')).toEqual(demo);
  });

  it('looks like a real organisation', () => {
    const hosts = demo.clusters.filter(({ virtual }) => !virtual);
    expect(demo.projects).toHaveLength(8);
    expect(hosts.length).toBeGreaterThan(40);
    expect(demo.clusters.length - hosts.length).toBe(7);
    expect(demo.clusterGroups).toHaveLength(4);
    expect(new Set(hosts.map(({ cloudType }) => cloudType)).size).toBe(11);
    expect(new Set(hosts.map(({ state }) => state)).size).toBe(8);
    const domains = demo.users
      .filter(({ listed }) => listed)
      .map(({ email }) => email.split('@')[1]);
    expect(new Set(domains).size).toBe(2);
  });

  it('refers only to what is there', () => {
    const uids = new Set(
      [
        demo.projects,
        demo.profiles,
        demo.cloudAccounts,
        demo.clusterGroups,
        demo.clusters,
      ].flatMap(objects => objects.map(({ uid }) => uid)),
    );
    for (const cluster of demo.clusters) {
      const references = [
        cluster.projectUid,
        ...cluster.profileUids,
        cluster.cloudAccountUid,
        cluster.virtual?.clusterGroupUid,
        cluster.virtual?.hostClusterUid,
      ].filter(uid => uid !== undefined);
      for (const uid of references) {
        expect(uids).toContain(uid);
      }
    }
  });

  it('has uids of 24 hexadecimal digits, each once', () => {
    const uids = [...demo.clusters, ...demo.profiles, ...demo.users].map(
      ({ uid }) => uid,
    );
    expect(new Set(uids).size).toBe(uids.length);
    for (const uid of uids) {
      expect(uid).toMatch(/^[0-9a-f]{24}$/);
    }
  });

  it('grows, and what was there stays', () => {
    const big = createOrganisation('demo', {
      projects: 60,
      clusters: 5000,
      extraUsers: 200,
    });
    const hosts = big.clusters.filter(({ virtual }) => !virtual);
    expect(big.projects).toHaveLength(60);
    expect(hosts).toHaveLength(5000);
    expect(new Set(big.clusters.map(({ uid }) => uid)).size).toBe(5007);
    expect(big.users.length - demo.users.length).toBe(200);
    expect(hosts.slice(0, DEMO_SIZE.clusters)).toEqual(
      demo.clusters.filter(({ virtual }) => !virtual),
    );
    const dana = (users: typeof big.users) =>
      users.find(({ email }) => email === 'dev.dana@acme.example');
    expect(dana(big.users)).toEqual(dana(demo.users));
  });

  it('gives another tenant other uids', () => {
    const sandbox = createOrganisation('sandbox', {
      projects: 2,
      clusters: 6,
      extraUsers: 0,
    });
    const uids = new Set(demo.users.map(({ uid }) => uid));
    expect(sandbox.users.some(({ uid }) => uids.has(uid))).toBe(false);
    expect(sandbox.clusters.length).toBeGreaterThanOrEqual(6);
  });
});
