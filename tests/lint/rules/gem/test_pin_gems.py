CATCHES = {
    "plain": "RUN gem install ⟦bundler⟧",
    "short": "RUN gem i ⟦bundler⟧",
    "one of several": "RUN gem install bundler:2.0.1 ⟦rails⟧",
    "behind a switch": "RUN gem install --no-document ⟦rails⟧",
    "value of a flag": "RUN gem install -i /opt ⟦rails⟧",
    "flags for the compiler": "RUN gem install ⟦nokogiri⟧ -- --use-system-libraries",
    "from a variable": "RUN gem install ⟦$GEMS⟧",
    "onbuild": "ONBUILD RUN gem install ⟦bundler⟧",
}

STAYS_QUIET = {
    "version": "RUN gem install bundler:2.0.1",
    "several": "RUN gem i bundler:1 nokogiri:1",
    "flag": "RUN gem install bundler -v 2.0.1",
    "long flag": "RUN gem install bundler --version '2.0.1'",
    "long flag in one word": "RUN gem install bundler --version='2.0.1'",
    "flag with an equals sign": "RUN gem install bundler -v=2.0.1",
    "values for the compiler": "RUN gem install bundler:2.0.1 -- --use-system-libraries true",
    "values for the compiler, not set apart": "RUN gem install bundler:2.0.1 --use-system-libraries true",
    "unknown flag": "RUN gem install bundler:2.0.1 --use-system-libraries=true",
    "file": "RUN gem install ./rails-7.2.1.gem",
    "from a Gemfile": "RUN gem install --file Gemfile",
    "another verb": "RUN gem update --system",
}
