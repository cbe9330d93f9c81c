import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { mailSettings, sendMail } from '@/lib/clinic/mail';

const whole = {
  NODE_ENV: 'test',
  SURAE_SMTP_URL: 'smtp://127.0.0.1:25',
  SURAE_MAIL_FROM: 'Clinic <clinic@clinic.example>',
  SURAE_URL: 'https://surae.clinic.example/',
} as const;

describe('the settings of mail', () => {
  test('are off where no server is named, and whole where one is', () => {
    expect(mailSettings({ NODE_ENV: 'test' })).toBeNull();
    expect(mailSettings(whole)).toEqual({
      server: 'smtp://127.0.0.1:25',
      from: 'Clinic <clinic@clinic.example>',
      site: 'https://surae.clinic.example',
    });
  });

  test.each([
    ['a sender', 'SURAE_MAIL_FROM', ''],
    ['a site', 'SURAE_URL', ''],
    ['a site that is one', 'SURAE_URL', 'ftp://x'],
    ['a server that is one', 'SURAE_SMTP_URL', 'https://x'],
  ])('name what is missing: %s', (_, name, value) => {
    expect(() => mailSettings({ ...whole, [name]: value })).toThrow(name);
  });
});

/** A mail server that takes what it is told, and keeps it. */
async function startServer() {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let isBody = false;
    socket.write('220 here\r\n');
    socket.on('data', (data) => {
      const text = data.toString();
      heard.push(text);
      if (isBody) {
        if (!text.endsWith('\r\n.\r\n')) return;
        isBody = false;
        return socket.write('250 taken\r\n');
      }
      if (text.startsWith('EHLO')) return socket.write('250 here\r\n');
      if (text.startsWith('DATA')) isBody = true;
      socket.write(text.startsWith('DATA') ? '354 go on\r\n' : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, heard, close: () => server.close() };
}

test('a mail reaches the server', async () => {
  const { port, heard, close } = await startServer();
  const settings = { server: `smtp://127.0.0.1:${port}`, from: 'c@c.example', site: 'https://x' };
  const mail = { to: 'ida@patient.example', subject: 'Questions', text: 'https://x/invited/abc' };
  expect(await sendMail(settings, mail)).toBe(true);
  const said = heard.join('');
  expect(said).toContain('RCPT TO:<ida@patient.example>');
  expect(said).toContain('https://x/invited/abc');
  close();
});

test('a server that is not there is told, and nothing thrown', async () => {
  const { port, close } = await startServer();
  close();
  const settings = { server: `smtp://127.0.0.1:${port}`, from: 'c@c.example', site: 'https://x' };
  expect(await sendMail(settings, { to: 'a@b.example', subject: 'x', text: 'y' })).toBe(false);
});
