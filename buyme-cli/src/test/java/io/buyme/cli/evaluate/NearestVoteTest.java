package io.buyme.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.cli.evaluate.NearestVote.Vote;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestVoteTest {

    @Test
    void theMajorityWinsEvenIfOthersAreNearer() {
        assertThat(NearestVote.winner(List.of(new Vote("dress", 0.99), new Vote("skirt", 0.2), new Vote("skirt", 0.1))))
                .isEqualTo("skirt");
    }

    @Test
    void ofSeveralThoseThatAreNearerTogetherWin() {
        assertThat(NearestVote.winner(List.of(
                        new Vote("hat", 0.9), new Vote("bag", 0.8), new Vote("bag", 0.7), new Vote("hat", 0.5))))
                .isEqualTo("bag");
    }

    @Test
    void negativeSimilaritiesAreComparedAsWell() {
        assertThat(NearestVote.winner(List.of(new Vote("hat", -4), new Vote("bag", -1))))
                .isEqualTo("bag");
    }

    @Test
    void theFirstOfEqualsWins() {
        assertThat(NearestVote.winner(List.of(new Vote("b", 0.5), new Vote("a", 0.5))))
                .isEqualTo("b");
    }

    @Test
    void withoutVotesThereIsNoWinner() {
        assertThatThrownBy(() -> NearestVote.winner(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
