// The sound of the alarms, and the news that they cannot be heard of: on every page of an officer.
(() => {
  'use strict';

  const SOFT = 10;
  const LOUD = 2;
  let audio = null;
  let second = 0;

  // A browser is silent until somebody has touched the page.
  const wake = () => {
    audio = audio || new AudioContext();
    audio.resume().then(say);
  };
  ['pointerdown', 'keydown'].forEach((gesture) => document.addEventListener(gesture, wake));

  const beep = (frequency, start, length) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.type = 'square';
    tone.frequency.value = frequency;
    volume.gain.value = 0.2;
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + start);
    tone.stop(audio.currentTime + start + length);
  };

  const place = () => document.querySelector('#alarms');
  const kept = (name) => localStorage.getItem('alarms-' + name) || '';
  // Whatever rings that did not ring when somebody muted ends the silence.
  const muted = () => Number(kept('muted-until')) > Date.now()
    && (place()?.dataset.ringing || '').split(' ').every((one) => kept('muted').split(' ').includes(one));
  const sounding = () => audio !== null && audio.state === 'running';

  const say = () => {
    const state = document.querySelector('#alarms .sound .state');
    if (!state) { return; }
    const left = Math.ceil((Number(kept('muted-until')) - Date.now()) / 60000);
    const words = muted() ? `消音中（あと${left}分） / muted, ${left} min left`
      : sounding() ? '警報音が鳴っています / sounding' : '音が出ません。画面のどこかを押してください / No sound yet: press anywhere';
    if (state.textContent !== words) { state.textContent = words; }
    state.classList.toggle('off', !muted() && !sounding());
  };

  setInterval(() => {
    second += 1;
    const sound = lost() ? 'loud' : place()?.dataset.sound || 'none';
    if (sound !== 'none' && sounding() && !(muted() && !lost()) && second % (sound === 'loud' ? LOUD : SOFT) === 0) {
      beep(880, 0, 0.25);
      beep(sound === 'loud' ? 660 : 880, 0.35, 0.25);
    }
    say();
  }, 1000);

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-mute]');
    if (button) {
      localStorage.setItem('alarms-muted-until', String(Date.now() + Number(button.dataset.mute) * 60000));
      localStorage.setItem('alarms-muted', place().dataset.ringing);
      say();
    }
  });

  // A page that no longer hears of alarms must not look calm.
  const warning = document.querySelector('#lost');
  const lost = () => warning !== null && !warning.hidden;
  const about = (event) => event.detail.pathInfo?.requestPath.startsWith('/alarms');
  document.addEventListener('htmx:sendError', (event) => { if (about(event)) { warning.hidden = false; } });
  document.addEventListener('htmx:responseError', (event) => { if (about(event)) { warning.hidden = false; } });
  document.addEventListener('htmx:afterOnLoad', (event) => { if (about(event)) { warning.hidden = true; } });
  // Signed out meanwhile: the answer is the sign-in page.
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (new URL(event.detail.xhr.responseURL).pathname === '/login') {
      event.detail.shouldSwap = false;
      location.assign('/login');
    }
  });
})();
