// Small helps on the officers' pages. Every page works without them.
(() => {
  'use strict';

  const form = document.querySelector('form.compose');
  if (form) {
    const texts = [...form.querySelectorAll('.text')];
    const everywhere = form.querySelector('#everywhere');
    const districts = [...form.querySelectorAll('input[name=district]')];
    const languageOf = (field) => field.closest('.language').dataset.language;
    const attribute = (element, language) => element.getAttribute('data-' + language) || element.getAttribute('data-ja') || '';

    // A text that an officer touched is theirs: it is never filled in again.
    texts.forEach((field) => {
      field.mine = !field.dataset.template || field.value !== field.dataset.template;
      field.addEventListener('input', () => { field.mine = true; });
    });

    const districtNames = (language) => {
      const chosen = districts.filter((one) => one.checked);
      return chosen.length === 0 ? form.getAttribute('data-town-' + language)
        : chosen.map((one) => attribute(one, language)).join(language === 'en' ? ', ' : '・');
    };

    const blank = (name, language) => {
      const select = form.querySelector(`select[data-blank="${name}"]`);
      if (select) {
        const option = select.selectedOptions[0];
        return option && option.value !== '' ? attribute(option, language) : '';
      }
      const own = form.querySelector(`input[data-blank="${name}"][data-language="${language}"]`);
      const japanese = form.querySelector(`input[data-blank="${name}"][data-language="ja"]`);
      return (own && own.value.trim()) || (japanese && japanese.value.trim()) || '';
    };

    // An open blank is shown by what is asked for; the server refuses what is left open.
    const open = (name, language, otherwise) => {
      const asked = form.querySelector(`.blank[data-name="${name}"]`);
      return asked ? '{' + asked.getAttribute(language === 'en' ? 'data-label-en' : 'data-label-ja') + '}' : otherwise;
    };

    const fill = () => texts.filter((field) => !field.mine).forEach((field) => {
      const language = languageOf(field);
      field.value = field.dataset.template.replace(/\{(\w+)\}/g, (all, name) =>
        (name === 'districts' ? districtNames(language) : blank(name, language)) || open(name, language, all));
    });

    const count = () => form.querySelectorAll('.language').forEach((section) => {
      const length = [...section.querySelectorAll('.text')].reduce((sum, one) => sum + [...one.value].length, 0);
      section.querySelectorAll('.counters li').forEach((line) => {
        line.querySelector('.count').textContent = length;
        line.classList.toggle('over', line.dataset.most !== undefined && length > Number(line.dataset.most));
      });
    });

    everywhere.addEventListener('change', () => {
      if (everywhere.checked) { districts.forEach((one) => { one.checked = false; }); }
      else { everywhere.checked = districts.every((one) => !one.checked); }
    });
    districts.forEach((one) => one.addEventListener('change', () => {
      everywhere.checked = districts.every((other) => !other.checked);
    }));
    form.addEventListener('input', () => { fill(); count(); });
    form.addEventListener('change', () => { fill(); count(); });
    fill();
    count();
  }

  const word = document.querySelector('#word[data-expected]');
  if (word) {
    const button = word.form.querySelector('button');
    const check = () => { button.toggleAttribute('aria-disabled', word.value.trim() !== word.dataset.expected); };
    word.addEventListener('input', check);
    check();
  }

  // 「発信から」: counts here, so that the table need not be fetched for it.
  const since = document.querySelector('#since');
  if (since) {
    const start = Date.now() - Number(since.dataset.late);
    const tick = () => {
      const seconds = Math.max(0, Math.floor((Date.now() - start) / 1000));
      const minutes = Math.floor(seconds / 60);
      since.textContent = minutes < 60 ? (minutes > 0 ? minutes + '分' : '') + (seconds % 60) + '秒'
        : Math.floor(minutes / 60) + '時間' + (minutes % 60) + '分';
    };
    setInterval(tick, 1000);
    tick();
  }

  // What is being said on the radio, while it is said.
  const live = document.querySelector('#live-lines');
  if (live && window.EventSource) {
    const stream = new EventSource(live.dataset.stream);
    stream.addEventListener('line', (event) => {
      const line = JSON.parse(event.data);
      const row = live.querySelector(`[data-monitor="${line.monitor}"]`);
      if (row) {
        row.classList.toggle('on-air', line.onAir);
        row.querySelector('.said').textContent = line.text;
        row.querySelector('.cause').textContent = line.trouble;
      }
    });
    window.addEventListener('pagehide', () => stream.close());
  }
})();
