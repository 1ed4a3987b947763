import express from 'express';
import request from 'supertest';
import { readDevice } from './readDevice';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const CHROME = `${WEBKIT} Chrome/140.0.0.0 Safari/537.36`;

describe('readDevice', () => {
  const app = express().use((req, res) => {
    res.json({ device: readDevice(req) });
  });

  it.each([
    [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME}`, 'Chrome', 'Linux'],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/140.0.0.0`,
      'Microsoft Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:128.0) Gecko/20100101 Firefox/128.0',
      'Firefox',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
  ])('reads %s', async (userAgent, browser, system) => {
    const { body } = await request(app).get('/').set('user-agent', userAgent);
    expect(body).toEqual({ device: { browser, system } });
  });

  it.each([
    '',
    'node',
    'dana@acme.example/1.0 secret',
    '<script>alert(1)</script>/1.0 x',
    '('.repeat(1_000),
    `${'Chrome/1 '.repeat(1_500)}`.padStart(15_000, 'x'),
  ])('keeps nothing of one that it does not know', async userAgent => {
    const { body } = await request(app).get('/').set('user-agent', userAgent);
    expect(body).toEqual({});
  });

  it('keeps a system by name where the browser is unknown', async () => {
    const { body } = await request(app)
      .get('/')
      .set('user-agent', 'SomethingOfOurs/1.0 (Windows NT 10.0; Win64; x64)');
    expect(body).toEqual({ device: { system: 'Windows' } });
  });
});
